{{-- comment é --}}
@extends('layouts.app')
@section('content')
  <h1 class="{{ $a ? 'x' : "y" }}">{{ $user->name ?? 'none' }} {!! $raw !!} @{{ literal }}</h1>
  @foreach ($items as $key => $item)
    <li @class(['a' => true])>{{ $loop->index + 1 }} {{ strtoupper($item['n']) }}</li>
  @empty
    <p>nothing</p>
  @endforeach
  @if (count($x) === 1 && !$y) one @elseif ($z) two @else three @endif
  @php
    $n = fn ($v) => $v * 2; // php
  @endphp
  <?php echo "raw $n"; ?>
  <x-alert type="error" :message="$message" {{ $attributes }}/>
  @verbatim {{ not }} @endverbatim
  <script>const a = @json($data); let b = "{{ $c }}";</script>
  @include('view.name', ['a' => 1])
@endsection
@props(['type' => 'info', 'items'])
@php($count = count($items)) @inject('metrics', 'App\Services\Metrics')
@foreach (collect($items)->filter(fn ($i) => $i['ok'] ?? false) as $i) @continue($loop->first) @break($i > 3) <li @style(['color: red' => $i])>{{ __('a.b', ['n' => $i]) }}</li> @endforeach
@forelse ($a as $b) {{ $b }} @empty none @endforelse @switch($type) @case('x') one @break @default two @endswitch @unless($x) y @endunless
@auth('admin') {{ auth()->user()?->name }} @elseauth @guest g @endguest @endauth @can('update', $post) c @endcan @env(['local']) e @endenv @csrf @method('PUT') @error('f') {{ $message }} @enderror
@push('scripts') <script>const x = {{ Js::from($d) }}; let y = `{{ $t }}`;</script> @endpush @once o @endonce @isset($r) i @endisset @while (true) w @endwhile @for ($i = 0; $i < 3; $i++) {{ $i }} @endfor
<x-slot:title class="font-{{ $w }}">{!! nl2br(e("x")) !!}</x-slot> <livewire:counter :count="$n" wire:click="go('x')" /> {{-- multi
 line --}} user@example.com @@escaped
<div class="unterminated
