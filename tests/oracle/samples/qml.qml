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
