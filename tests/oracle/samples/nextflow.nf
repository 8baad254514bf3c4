#!/usr/bin/env nextflow
// comment é
nextflow.enable.dsl = 2
include { FOO as BAR } from './m'
params.x = "a ${b} $c"
process ALIGN {
    tag "$id"
    label 'big'
    cpus 4
    publishDir "${params.out}", mode: 'copy', pattern: ~/.*\.bam/
    input:
    tuple val(id), path(reads, arity: '1..*')
    output:
    path "*.txt", emit: txt
    when:
    x > 3
    script:
    def n = task.cpus ?: 1
    """
    cmd -t ${n} \$HOME !{x} | awk '{print \$1}'
    """
    stub:
    '''
    touch x
    '''
}
workflow SUB { take: ch; main: ALIGN(ch); emit: ALIGN.out.txt }
workflow {
    Channel.fromPath(params.x).map { it -> [it.name, 1.5e3] }.set { ch }
    if (params.y && !z) SUB(ch) else error "bad"
    ch | view | FOO
}
enum E { A } ; record R { x: Path }
println "unterminated ${x
