// comment é
def f(int a, Map m = [k: 'v', "x": 1]) {
    def s = "esc ${a + 1} $a.b \n" + 'sq' + """multi
 ${x}""" + ~/re\/x/
    try { assert a instanceof B } catch (E e) { throw e }
    for (x in 1..10) { if (x >= 3 && !y) continue; else break }
    return a?.b ?: null
}
class Foo { static final int N = 0x1F }
"unterminated
include { FOO; BAR as BAZ } from './modules/foo.nf' addParams(x: 1)
def m = [a: 1, 'b': "two ${m.a} $x", c: ~/re\d+/, d: [1, 2, *list]]
def s = '''triple 'single' \n''' + """triple "double" ${ -> closure() } $a.b.c"""
def re = /slashy \/ ${x}/, dollar = $/dollar $x/$
assert x =~ /a+/ && y ==~ "b" : 'message'
list.collect { it -> it * 2 }.findAll { !it?.x }*.toString()
switch (x) { case 1..10: break; case ~/a/: return; default: println 'no' }
try { throw new Exception("e") } catch (IOException | Error e) { } finally { }
/* block */ @Grab('a:b:1') class A<T extends B> implements C { static final int X = 0xFF; private String y = 1.5e3G }
x <=> y ?: z; a?.b; a.@b; a.&m; 1..<5; [*:m]; x as int; !in; y instanceof Map
nextflow.enable.dsl = 2
params { reads = "$baseDir/data/*_{1,2}.fq.gz"; outdir = 'results'; max = 10.GB }
include { ALIGN as BWA; SORT } from './modules/align' addParams(opts: [x: 1])
process COUNT {
  tag "${sample.id} ${task.cpus}"; label 'big'; cpus { 2 * task.attempt }; memory '4 GB'; time 1.h; errorStrategy { task.exitStatus in 137..140 ? 'retry' : 'finish' }
  publishDir path: "${params.outdir}/counts", mode: 'copy', saveAs: { f -> f.endsWith('.txt') ? f : null }
  input: tuple val(sample), path(reads, stageAs: 'in_?.fq'); each mode; env X; stdin
  output: tuple val(sample), path('*.txt'), emit: counts, optional: true; stdout emit: log
  when: !params.skip && sample =~ /^s\d+$/
  script: def args = task.ext.args ?: ''
  """
  count --in ${reads.join(' ')} $args \${HOME} > out.txt # shell
  """
  stub: 'touch out.txt'
}
workflow MAIN { take: ch; main: BWA(ch) | map { m, f -> [m.id, f] } | groupTuple(by: 0) | view; ch.branch { v -> small: v < 10; other: true }.set { parts }; emit: BWA.out.bam }
workflow.onComplete { println "Done ${workflow.success ? 'ok' : "failed: ${workflow.errorMessage}"}" } ; @Grab('org.x:y:1') class A implements B { static final int N = 0x1F; def call(Map m = [:]) { m?.k ?: this.@n <=> 3G } }
