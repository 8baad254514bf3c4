// comment é
/* block */
pragma Singleton
import QtQuick 2.15 as Q
import "lib.js" as Lib
Item {
    id: root; objectName: "esc \" \u00e9"
    property alias x: inner.x; readonly property var m: ({ a: 1, b: [0x1F, 1.5e3] }); default property list<Item> kids; required property int n
    signal hit(int dmg, string s); enum E { A, B = 3 }
    width: parent.width >= 3 && !visible ? 100 : `t ${x}`.length
    anchors { fill: parent; margins: 5 }
    Q.Rectangle { id: inner; color: "#ff0000"; Behavior on x { NumberAnimation { duration: 100 } } 
      onClicked: (m) => { if (m.x === null) return; for (let i = 0; i < 3; i++) continue; root.hit(1, 'x') } }
    function go(a: int, b): string { const re = /[/]/g; switch (a) { case 1: break; default: throw new Error("x") } return typeof b }
    Component.onCompleted: console.log(qsTr("x")); component C: Text { } ; states: [ State { when: x; PropertyChanges { target: y } } ]
    text: "unterminated
}
/* block */ // line
pragma Singleton
import QtQuick.Controls 2.15 as C; import "lib.js" as Lib
C.ApplicationWindow {
    id: root; property alias text: label.text; required property int n; default property list<Item> kids; readonly property var data: ({ a: [1, null], "b": `t ${n}` })
    property real ratio: width > 0 ? 1.5e-3 : 0xFF; signal clicked(real x, string name); enum Kind { A, B = 2 }
    anchors { fill: parent; margins: 2 } font.pixelSize: 12; color: "#80ff0000"; Component.onCompleted: { let x = /re[/]g/gi; console.log("s \"q\" \n", 'it''s'); if (!x) return; for (const k of [1]) { switch (k) { case 1: break } } }
    onClicked: (x, name) => { root.clicked.connect(function () { try { throw new Error(`e${x}`) } catch (e) { } }) }
    function f(a: int, b = 2): string { return a instanceof Object ? typeof a : qsTr("x %1").arg(b) }
    Behavior on x { NumberAnimation { duration: 200; easing.type: Easing.OutQuad } } states: [State { name: "s"; when: mouse.pressed; PropertyChanges { target: root; x: 1 } }] transitions: Transition { }
    component Inner: Rectangle { } ListView { model: ListModel { ListElement { a: "b"; c: true } } delegate: Text { required property int index; text: index + model.a } } Loader { sourceComponent: Component { Item { } } } Connections { target: root; function onClicked() { } }
    NumberAnimation on opacity { from: 0; to: 1; loops: Animation.Infinite } Keys.onPressed: event => event.accepted = true
}
