// comment é
import { ref } from 'vue'
function Comp(props: { a: string; b?: number }) {
  const n = ref<number>(0x1F)
  vineStyle.scoped(scss`.a { &:hover { color: ${c}; } }`)
  return vine`
    <div :class="{ on: n > 3 }" @click="n++" v-for="i in list">{{ n + 1 }} {{ props.a }}</div>
  `
}
const open = vine`<p>unterminated
import { ref, watch } from 'vue'
export const Counter = (props: { start?: number, label: string }) => {
  const n = ref<number>(props.start ?? 0)
  vineEmits<{ change: [value: number] }>()
  vineStyle.scoped(scss`
    .a { color: v-bind(colour); &:hover { b { margin: math.div(1px, 2); } } }
  `)
  watch(n, (v, old) => { /* block */ console.log(`${v} ${old}`) }, { immediate: true })
  return vine`
    <div class="a" :class="{ on: n > 1 }" @click="n++">
      <Child v-for="i in 3" :key="i" v-model="n" #header="{ x }">{{ `t${i}` + props.label }}</Child>
      <p v-if="n % 2 === 0">even &amp; {{ n }}</p><!-- c -->
    </div>`
}
function Other({ a }: { a: string }) { vineStyle(`p { color: red }`); return vine`<p>{{ a.toUpperCase() }}</p>` }
