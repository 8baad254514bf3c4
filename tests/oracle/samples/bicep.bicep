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
var open = 'unterminated
