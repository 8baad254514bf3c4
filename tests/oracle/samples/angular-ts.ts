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
