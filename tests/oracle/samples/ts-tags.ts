// comment é
const q = sql`SELECT * FROM t WHERE a = ${x} AND b = 'c'`;
const h = html`<div class="a" @click=${() => go()}>${x ? html`<b>in</b>` : ''}</div>`;
const c = css`a { color: ${c}; &:hover { top: 1px } }`;
const g = /* glsl */ `void main() { gl_Position = vec4(1.0); }`;
const s = /* html */ `<p>${y}</p>`, gq = gql`query Q($id: ID!) { user(id: $id) { name } }`;
const x = /*sql*/`UPDATE t SET a = 1`, i = inline`x`, sv = svg`<path d="M0"/>`, gr = /* GraphQL */ `{ a }`, xm = xml`<a/>`;
open = sql`SELECT unterminated
