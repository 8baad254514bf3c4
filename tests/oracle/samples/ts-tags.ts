// comment é
const q = sql`SELECT * FROM t WHERE a = ${x} AND b = 'c'`;
const h = html`<div class="a" @click=${() => go()}>${x ? html`<b>in</b>` : ''}</div>`;
const c = css`a { color: ${c}; &:hover { top: 1px } }`;
const g = /* glsl */ `void main() { gl_Position = vec4(1.0); }`;
const s = /* html */ `<p>${y}</p>`, gq = gql`query Q($id: ID!) { user(id: $id) { name } }`;
const x = /*sql*/`UPDATE t SET a = 1`, i = inline`x`, sv = svg`<path d="M0"/>`, gr = /* GraphQL */ `{ a }`, xm = xml`<a/>`;
open = sql`SELECT unterminated
const a = html`<div class="${x ? `in ${y}` : 'out'}" @click=${() => go({ a: 1 })}>${list.map(i => html`<li>${i}</li>`)}</div>`;
const b = css`
  :host { color: ${colour}; --a: calc(1px + ${n}px); }
  @media (min-width: ${w}px) { p::before { content: "\201C"; } }
`;
const c = sql`SELECT * FROM t WHERE a = ${a} AND b LIKE '%x' -- comment
  ORDER BY 1`;
const d = /* html */ `<p style="color:${c}">&amp;</p>`;
const e = gql`query Q($id: ID!) { user(id: $id) { ...F @include(if: true) } } ${frag}`;
const f = graphql`fragment F on User { name }`;
const g = svg`<circle r="${r}"/>`, h = /* glsl */ `void main() { gl_FragColor = vec4(1.0); }`;
const i = String.raw`\n${1}`, j = styled.div`color: red; ${p => p.a}`;
const k = /* sql */ `select 1`, l = xml`<a b="c"/>`, m = markdown`# t`;
