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
