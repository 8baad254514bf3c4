// comment é
/* block
   comment */
targetScope = 'subscription'
@description('''multi
line ${not} text''')
@allowed(['a', 'b'])
@secure()
param name string = 'it\'s ${toLower('X')} and ${a ? 'b${c}' : d}'
var list = [for (item, i) in items: if (item.enabled) { name: item.name, n: i * 2 }]
type t = { a: int, 'b-c': string? }[]
resource st 'Microsoft.Storage/storageAccounts@2021-02-01' existing = if (x >= 3 && !y) {
  name: name
  properties: { tags: null, on: true, k: 'A'.b!.c }
  resource child 'blob' = { parent: st }
}
module m './m.bicep' = { scope: rg(name), params: { a: st.id } }
output id string = st::child.id ?? 'none'
import * as x from 'y.bicep'
func f(a string) string => '${a}'
// params é
targetScope = 'subscription'
metadata info = { owner: 'x' }
@description('Name with \'quotes\' ${1 + 2} \u{1F600}')
@minLength(3)
@allowed([ 'a', 'b' ])
param name string = 'app${uniqueString(resourceGroup().id, 'in ${'nested'}')}'
@secure() param pw string?
type shape = { *: int, kind: 'a' | 'b', size: (int | null)[] }
var cfg = { key: true, 'odd key': [ for (x, i) in range(0, 3): { n: x ?? 0, m: i % 2 == 0 && !false ? -1 : 0x1F } ], multi: '''
raw ${no} 'q'
''' }
func add(a int, b int) int => a + b
resource st 'Microsoft.Storage/storageAccounts@2023-01-01' existing = if (name != 'x' || pw =~ 'Y') { name: toLower(name), scope: rg, dependsOn: [ m[0] ]
  resource child 'blobServices' = { name: 'default' } }
module m './mod.bicep' = [for n in split(name, ','): { name: n!, params: { a: st.properties.primaryEndpoints['blob'], b: st::child.id, ...cfg } }]
/* block */ output o array = map(filter(cfg.key, k => k > 1), (a, b) => a.?b) #disable-next-line no-unused
import { x as y } from 'z.bicep'; assert ok = length('a') >= 1
var open = 'unterminated
