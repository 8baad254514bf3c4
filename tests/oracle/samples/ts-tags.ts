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
const q = sql`SELECT ${cols}, "a b" FROM t WHERE x = ${fn(`nested ${1 + 1}`)} -- c`;
const h = /* html */ `<p class="${cls}" @click=${() => go()}>${items.map((i) => html`<li>${i}</li>`)}</p>`;
const c = css`a { color: ${red}; &:hover { width: calc(1px + ${w}px) } }`; const g = gql`query Q($a: Int!) { user(id: $a) { ...F } } ${frag}`;
const s = glsl`void main() { gl_FragColor = vec4(${x}, 1.0); }`; const x = /* xml */ `<a b="c">${d}</a>`; const p = svg`<path d="${p}" />`; const j = json`{"a": ${1}}`; const y = /* lang:sql */ `select 1`;
styled.div<{ on: boolean }>`color: ${(p) => (p.on ? "red" : "blue")};`; styled(Button).attrs({ a: 1 })`margin: 0;`; createGlobalStyle`body { margin: 0 }`; keyframes`from { opacity: 0 }`; md`# title ${1}`;
