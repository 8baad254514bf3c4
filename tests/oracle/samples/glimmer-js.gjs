// comment é
import Component from '@glimmer/component';
import { hbs } from 'ember-cli-htmlbars';
const T = hbs`<p>{{@x}}</p>`;
export default class Foo extends Component {
  @tracked x = 1;
  re = /a[/]b/g;
  <template>
    {{! comment }}{{!-- long --}}
    <div class="a {{if @b "c" 'd'}}" {{on "click" (fn this.go 1)}} ...attributes>
      {{#each @items key="id" as |item index|}}<Item @x={{item.y}} as |z|>{{z}}</Item>{{else}}none{{/each}}
      {{{raw}}} {{yield (hash a=1)}} <:named>x</:named> &amp;
    </div>
    <style>a { color: red }</style>
  </template>
}
const F = <template>é {{x}}</template>;
// line
/* block */
import { helper as h } from '@ember/component/helper';
const plus = (a, b = 1, ...c) => a + b; const re = /a[/]\/b/gi, t = `x ${<template>no</template>} y`;
export default class Foo extends Component { @service('x') s; #n = 0x1Fn; static { } async *g() { yield* await 1; }
  <template>
    {{#let (hash a=1 b="s 'q'") as |o|}}{{o.a}}{{/let}} {{#in-element this.el insertBefore=null}}x{{/in-element}}
    <Foo::Bar @a={{1.5}} @b="t {{if @c "x" 'y'}} u" {{on "click" (fn @go undefined true)}} as |x y|><:named as |z|>{{z}}</:named></Foo::Bar>
    {{! c }}{{!-- long }} --}} {{{triple}}} {{@arg.x.[0]}} {{this.#n}} <input disabled={{not true}} /> &lt; {{~trim~}} {{else}} \{{esc}}
    <script>let a = 1 < 2;</script><style>p { color: {{@c}}; }</style>
  </template>
}
const A = <template><p class='q'>{{yield}}</p></template>, B = <template></template>; <template>top {{plus 1 2}}</template>
