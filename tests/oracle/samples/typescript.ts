/// <reference types="node" />
import type { A, B as C } from './types';
import fs = require('fs');
declare module 'x' { export function f(a: number): void; }
declare global { interface Window { ember?: Ember } }

@Component({ selector: 'app', template: `<b>${x}</b>` })
export abstract class Ring<T extends object = {}, K extends keyof T = keyof T> implements Iface<T>, Other {
  private readonly #data: Map<K, T[K]> = new Map();
  static count?: number; declare foo: string;
  protected constructor(public name: string, private x?: number, @Inject() readonly y = 1) { super(); }
  @Input() set value(v: string | undefined) { this.x = v!.length; }
  abstract area(this: Ring<T>): asserts this is Ring<T> & { done: true };
  get<P extends K>(key: P): T[P] | null { return this.#data.get(key) ?? null as unknown as T[P]; }
  override async *[Symbol.asyncIterator](): AsyncGenerator<T> { yield* super.items(); }
}

type Fn<in out T> = new (...args: any[]) => T;
type Cond<T> = T extends Array<infer U> ? U : T extends `${infer Head}-${string}` ? Head : never;
type Mapped<T> = { readonly [P in keyof T as `get${Capitalize<P & string>}`]-?: () => T[P] };
type Tuple = [first: string, second?: number, ...rest: boolean[]];
interface Callable<T> extends Base, Other<T> {
  (x: number, y?: string): T;
  new (x: number): Callable<T>;
  readonly [index: string]: unknown;
  method?<U>(this: void, cb: (err: Error | null, data?: U) => void): Promise<U>;
  get prop(): number;
}

const enum Level { Low = 1, High = Low << 2, Name = "x".length }
declare const VERSION: unique symbol;
let x = <any>window, y = x as const, z = obj satisfies Record<string, number>;
let opt = a?.b?.[c]?.(d)!, big = 123n, re = /(?<n>[^\]]+)\/x/u;
const generic = <T,>(arg: T): T => arg;
const arrow = async <T extends {}>({ a, b = 2 }: { a: T; b?: number }, ...r: string[]): Promise<void> => {};

function overload(a: string): string;
function overload(a: number): number;
function overload(a: any): a is string { return typeof a === 'string' && a in { b: 1 }; }

namespace Outer.Inner { export const v = 1; export import alias = Other.Thing; }
export = Ring;
export type { A }; export * as ns from './ns';
abstract class Empty<const T> {}
for (const k of Object.keys(y) as (keyof typeof y)[]) { if (k) continue; }
let fnType: (a: number) => string | void, ctor: typeof Ring, un: undefined, nv: never;
let a1 = b < c, d1 = f(g<h, i>(7)), e1 = f<T>(x), t = `a ${ b as string } c`;
try { using res = open(); } catch (e: unknown) { if (e instanceof Error) throw e; }
label: while (true) { switch (x) { case Level.Low: break label; default: continue; } }
