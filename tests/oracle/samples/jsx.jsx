// comment é
import React, { useState } from 'react';
const El = ({ a = 1, ...rest }) => {
  const re = /[/]</g, t = `a ${b ? `in ${c}` : 'x'}`;
  return (
    <>
      {/* jsx comment */}
      <div className="a" data-x='b' {...rest} onClick={() => go(a < 3 && a > 1)} disabled>
        text &amp; {list.map((i) => <Item.Sub key={i} v={{ a: 1 }}>{i ?? <b/>}</Item.Sub>)}
        {cond ? <A /> : null} é {`t${1}`}
      </div>
    </>
  );
};
export default class X extends Y { static #p = 0x1Fn; get v() { return <svg:path d="x" />; } }
const open = <div title="unterminated
// line
/** doc @type {import('x').T} */
import React, { useState as s } from "react"; export * as n from './m';
const A = ({ a = 1, ...rest }) => (<>
    {/* comment */}
    <B.C key={`k${a}`} {...rest} data-x='s "q"' on={(e) => { if (e < 1 && e > 2) return <i>{a ? <b>t &amp; &#233;</b> : null}</i>; }} disabled>
      text {'str'} {a < b} {fn?.(x)} "quoted" it's
      <svg:path xlink:href="#a" d="M0 0"/> <input value=<b>x</b> />
    </B.C>
    {list.map((i) => <li key={i}>{i}</li>)}
  </>);
class D extends React.Component { static #p = /re[/]\/g/giu; state = { n: 0x1Fn, f: 1.5e-3, o: 0o17 }; async *gen() { yield* await this; } get x() { return <D.E<T> />; } }
const t = tag`html ${<p>in</p>} \${no}`, y = a ? (b) : c, z = a <b> c; label: for (const x of y) { continue label; } export default function F() { return cond && <F />; }
