#requires -Version 5
<# block
comment #>
using namespace System.Text
[CmdletBinding()]
param([Parameter(Mandatory = $true)][string]$Name, [int[]]$Nums = @(1, 0xFF, 1.5e3, 10KB), [switch]$Force)
function Get-Ring { begin { } process { $_ | Where-Object { $_.Name -like "*x*" -and -not $_.Y } } end { } }
$h = @{ key = 'single $no'; "k2" = "interp $Name $($h.key + "n") ${env:PATH} `n `$x" }
$s = @"
here $Name
"@ + @'
raw $Name
'@
if ($a -eq 1 -or $b -ne $null) { throw "x" } elseif ($true) { return } else { break }
foreach ($i in 1..10) { continue } ; for ($i = 0; $i -lt 3; $i++) { } ; while (1) { } ; do { } until ($x)
switch -Regex ($x) { '^a' { 1 } default { 2 } }
try { [System.IO.File]::ReadAllText("f") } catch [Exception] { Write-Error $_ } finally { }
class P : Base { [int]$X = 1; static [string] F([int]$a) { return $this.X } }
Get-ChildItem -Path C:\ -Recurse | % { $_.FullName } > out.txt 2>&1; & "cmd" @args; $x = $y ? 1 : 2
