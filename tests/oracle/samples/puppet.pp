# comment é
/* block */
class ember::list (
  String[1] $name = 'x',
  Optional[Enum['a', 'b']] $e = undef, Integer $n = 0x1F,
) inherits ember::params {
  $s = "esc \" ${name} ${facts['os']['family']} ${x.map |$y| { $y + 1 }} $::top::v \u{e9}"
  file { ["/etc/a", '/b']: ensure => file, content => template('m/t.erb'), mode => '0644', * => $h, notify => Service['x'] }
  -> package { 'p': ensure => present } ~> Exec <| title == 'x' and tag != y |>
  if $n >= 3 and !($name in ['a']) or $x =~ /^a\/b$/ { notice('y') } elsif $z { fail("n") } else { include foo }
  case $os { 'A', /deb/: { } default: { } } unless true { }
  $sel = $x ? { 'a' => 1.5e3, default => false }
  each($list) |Integer $i, $v| { @@user { $v: } } @virt { 'x': }
  $h = @("EOT"/L$)
    text ${name}
    | EOT
  define ember::d($a) { } node /^web\d+/ , default { } function f($x) >> String { } type T = Variant[A, B] 
  realize User['x'] $q = @(RAW)
    ${no}
    |- RAW
}
$open = "unterminated ${x
