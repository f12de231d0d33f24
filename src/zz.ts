import { findInputs } from './run/inputs.ts';
import { extract } from './run/extract.ts';
import { loadEngine } from './run/engine.ts';
import { loadReplay } from './run/grammar.ts';
import { verify } from './run/verify.ts';
const [root='', out=''] = process.argv.slice(2);
console.log(await extract(await findInputs([root]), { out, engine: await loadEngine({}) }));
let n=0; const kinds=new Map<string,number>();
for (const f of verify(out, root, loadReplay())) { n++; if(n<40) console.log(f); const k=/`(\w+)`: expected/.exec(f)?.[1] ?? f.slice(0,40); kinds.set(k,(kinds.get(k)??0)+1); }
console.log(n, kinds);
