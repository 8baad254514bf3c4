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
function Set-Thing {
    <#
    .SYNOPSIS
    Docs
    .PARAMETER Name
    The name
    #>
    [OutputType([string])]
    param(
        [ValidateSet('a', "b")] [string] $Kind = 'a',
        [Parameter(ValueFromPipeline)] $InputObject
    )
    process {
        $script:count += 1; $global:x = $using:y
        $InputObject.PSObject.Properties | ForEach-Object -Process { "$($_.Name)=$($_.Value)" }
        [math]::Round(1.5) -as [int] -band 0x0F -shl 2 -is [int] -in 1, 2
        if (-not (Test-Path $PSScriptRoot\x)) { Write-Verbose "none" -Verbose:$false }
        $a[0].b["c"] -replace '(\d+)', '<$1>' -split ',' -join ';' -f 1, 2
        $splat = @{ Path = '.'; Filter = '*.ps1' }
        Get-ChildItem @splat | Sort-Object -Property { $_.Length } -Descending | Select-Object -First 5
    }
}
trap { continue }
enum Level { Low = 1; High }
$null = 1e3, 1.5d, 0b101, 1kb; $x++; --$y; $z = -$x; !$true
