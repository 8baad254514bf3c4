import React, { useState, type FC } from 'react';

interface Props<T> { items: T[]; render: (item: T) => JSX.Element; on?: boolean }

export const List = <T extends { id: string }>({ items, render, ...rest }: Props<T>) => {
  const [open, setOpen] = useState<boolean | null>(null);
  const less = 1 < 2 && items.length > 3;
  return (
    <>
      {/* a comment */}
      <ul className="list" data-x={`a-${open}`} style={{ color: 'red', width: 10 }} {...rest}>
        {items.map((i) => <li key={i.id} onClick={() => setOpen(o => !o)}>{render(i)}</li>)}
        text &amp; entity &#x41; "quotes" {'string'} {1 + 1}
      </ul>
      {open ? <Foo.Bar<string> a="x" b='y' disabled /> : <my-element xlink:href="#a" />}
      <input type="text" value={open as unknown as string} onChange={e => { e.target.value; }} />
      <Generic<number> prop={<b>nested</b>} />
      <p>
        multi line text with {less && <i>inner {less}</i>}
        // not a comment
      </p>
    </>
  );
};

const Label: FC<{ a: string }> = function Label({ a, children }) {
  if (a < 'b') return null;
  return <label htmlFor={a}>{children}</label>;
};

export default class App extends React.Component<Props<string>, {}> {
  state = { n: 0 };
  handle = async (e: React.MouseEvent<HTMLButtonElement>): Promise<void> => { this.setState({ n: this.state.n + 1 }); };
  render() {
    const { n } = this.state;
    return <div>
      <button type="submit" onClick={this.handle}>{`clicked ${n}`}</button>
      {n > 3 ? (
        <span>many</span>
      ) : null}
      <List<{ id: string }> items={[{ id: 'a' }]} render={x => <em>{x.id}</em>} />
    </div>;
  }
}
const cast = <const T,>(x: T) => x as T;
const html = <div dangerouslySetInnerHTML={{ __html: "<b>x</b>" }}></div>;
