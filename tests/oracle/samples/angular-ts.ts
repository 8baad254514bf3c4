import { Component } from '@angular/core';
@Component({
  selector: 'app-root',
  template: `
    <h1 [title]="t">{{ title | async }}</h1>
    @if (open) { <p (click)="go($event)">x</p> }
  `,
  styles: [`h1 { color: #fff; &:hover { top: 1px } }`, 'p { margin: 0 }'],
  host: { '(window:resize)': 'onResize($event)', '[class.a]': 'a && b' },
})
export class AppComponent<T extends object = {}> {
  @Input({ required: true }) name!: string;
  readonly x = signal<number | null>(null);
  re = /[/\]]+/giu;
  constructor(private readonly http?: Http) { super(); }
  get title(): string { return `a ${this.x() ?? 'n' + `in ${1}`} b`; }
}
@Component({ selector: 'a-b', standalone: true, imports: [A, B],
  template: `
    @if (ok()) { <p [x]="y" (z)="w($event)" *ngIf="a">{{ v | p:1 }}</p> } @for (i of l; track i) { {{ i }} }
    <a href="${url}">t &amp; \`q\`</a><!-- c --> @let z = 1;
  `,
  styles: [`:host { color: red; &:hover { b: c } }`, 'p { d: e }'], host: { '(click)': 'f()', '[class.a]': 'b' },
  animations: [trigger('t', [])] })
export class X<T extends Y = Z> implements OnInit { @Input({ required: true }) name!: string; readonly s = signal<number | null>(0x1F); #p?: Map<string, T[]>; @HostListener('window:resize', ['$event']) on(e: Event): asserts e is Foo { this.#p ??= new Map(); }
  constructor(private readonly http: HttpClient, @Inject(TOK) t: T) { super(); } get v() { return computed(() => `n ${this.s() as any} ${/re[/]/gi}`); } declare y: unique symbol; static { } abstract f<const K>(x?: K): x is NonNullable<K>; }
@Directive({ selector: "[d]" , template: "<b>{{ x }}</b>" }) class D { } enum E { A = 1 << 2, B = 'b' } type M = { readonly [K in keyof T as `get${K}`]-?: T[K] extends infer U ? U : never }; namespace N.M { export = x; } let a = <T,>(x: T) => x satisfies T; // end
