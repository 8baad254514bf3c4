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
