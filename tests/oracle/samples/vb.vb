' comment é
REM old comment
''' <summary>doc</summary>
Option Strict On
Imports System.Linq, X = System.Xml
#Region "R"
#If DEBUG Then
#End If
<Serializable()> Public MustInherit Class Foo(Of T As {Class, New}) : Inherits Bar : Implements IBaz
    Private Const X As Integer = &H1F, D As Double = 1.5E-3R, C As Char = "c"c, Dt As Date = #1/1/2024 10:00 AM#
    Public ReadOnly Property Name As String = "dq ""q""" Implements IBaz.Name
    Public Event Hit(ByVal n As Integer) : Delegate Function F(x%) As Long
    Protected Overridable Async Function Go(Optional ByRef a As T = Nothing, ParamArray b() As String) As Task(Of Boolean)
        Dim s = $"i {a} {b(0):N2} {{lit}}", arr() = {1, 2}, x As New List(Of Integer) From {1}, l = Function(y) y * 2
        For Each e As String In b : If e Is Nothing AndAlso Not (s Like "a*") OrElse x.Count >= 3 Then Continue For Else Exit For
        Next : For i = 1 To 10 Step 2 : Next i : While True : End While : Do Until x <> 2 : Loop
        Select Case a : Case 1, 2 To 5, Is > 3 : Return True : Case Else : Throw New E("x") : End Select
        Try : Await G() : Catch ex As Exception When ex.X : Finally : End Try : Using r = New R : End Using : With s : .Foo = 1 : End With
        Dim q = From p In ps Where p.A > 3 Order By p.B Select New With {.C = p.D} : AddHandler Hit, AddressOf H : SyncLock Me : End SyncLock
        Dim xml = <a b=<%= s %>>text<!-- c --></a> : GoTo L
L:      ReDim Preserve arr(3) : a = b _
            & MyBase.ToString() : x = If(a, b) Mod 2 \ 3 ^ 4
    End Function
    Enum E : A = 1 : End Enum : Structure S : End Structure : Module M : End Module
End Class
#End Region
Dim o = "unterminated
