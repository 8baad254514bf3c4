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
<div class="unterminated
