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
