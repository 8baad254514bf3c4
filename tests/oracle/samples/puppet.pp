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
# manifests é, filled
class profile::web (String[1] $docroot = '/srv/www', Optional[Integer[1, 65535]] $port = undef, Hash[String, Variant[Array, Boolean]] $vhosts = {}, Enum['a', 'b'] $mode = 'a') inherits profile::base {
  $all = $vhosts.filter |$k, $v| { $k =~ /^www\.(\w+)/ and $v !~ Undef } + { 'x' => [1, 0x1F, 1.5e3] }
  package { ['nginx', "lib${facts['os']['name']}-dev"]: ensure => installed, notify => Service['nginx'], }
  -> file { "${docroot}/index.html": ensure => file, mode => '0644', content => epp('profile/index.epp', { 'n' => $port ? { undef => 80, default => $port } }), }
  ~> service { 'nginx': ensure => running, enable => true, require => [File[$docroot], Package['nginx']], }
  if $facts['x'] == 'y' or !($port in [80, 443]) { fail("no ${port}") } elsif $mode { notice('x') } else { include stdlib, profile::other }
  unless defined(Class['a::b']) { contain 'a::b' } case $mode { 'a', /b+/: { } default: { warning(@("END"/nt$)
    heredoc ${mode}\tx
    | END
  ) } }
  $vhosts.each |String $name, $opts = {}| { nginx::vhost { $name: * => $opts, } } @user { 'v': uid => 1000 } @@file { 'e': } User <| groups == 'x' and title != 'y' |> { ensure => absent } File <<| tag == 't' |>>
}
define ember::item($a, $b = $title) { exec { "run-${name}": command => "/bin/echo '${a}' \$x \"q\"", unless => 'test -e /x', refreshonly => true } } node /^web\d+$/, 'db.example.org' { class { 'x': } } type Port = Integer[0]
function ember::f(Integer $x) >> String { "${x}" } plan p(TargetSpec $t) { run_task('x', $t) } Service['a'] -> Class['b'] <~ Package['c']
$open = "unterminated ${x
