// comment é
{ block } (* old (* style *)
{$IFDEF DEBUG}{$R *.dfm}{$ENDIF}
program Ember(input, output);
uses SysUtils, Classes in 'c.pas';
const N = $1F; Pi2 = 1.5e-3; B = %101; S: string = 'It''s' + #13#10 + ^M;
type
  TFoo<T: class> = class abstract(TBar, IBaz)
  strict private FX: Integer;
  published property X: Integer read FX write SetX default 1; 
    constructor Create(const A: array of Byte; var B; out C: T = nil); overload; override;
    class function Go: Boolean; virtual; abstract; 
  end;
  TE = (eA = 1, eB); TS = set of TE; TR = packed record case Integer of 0: (a: Char); end; P = ^TR;
[Attr('x')] procedure TFoo.Bar; label 1;
begin
  for I := 10 downto 1 do if (I >= 3) and not (I in [1..2]) then Continue else Break;
  while True do begin end; repeat Inc(I) until I mod 2 = 0; with X do Y := @Z;
  case C of 'a'..'z': Exit; else raise Exception.Create('x'); end;
  try F; except on E: EFoo do; finally end; asm mov eax, 1 end; goto 1; 1: inherited;
  X := A div B shl 2 xor C; L := procedure(q: Integer) begin end; S := '''
    multi
    ''';
end;
begin writeln('unterminated
end.
