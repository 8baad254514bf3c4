// comment é
/* block */
MATCH (n:Person {name: 'It\'s', age: 42})-[r:KNOWS*1..3]->(m:`odd label`)<--(x)
WHERE n.age >= $param AND NOT (n)-[:BLOCKS]-(m) OR m.name =~ '(?i)a.*' XOR exists(n.x)
OPTIONAL MATCH p = shortestPath((n)-[*]-(m))
WITH n, count(DISTINCT m) AS c, [x IN range(0, 10) WHERE x % 2 = 0 | x ^ 2] AS list
CALL { WITH n RETURN 1.5e3 AS y } 
MERGE (a:New) ON CREATE SET a.t = timestamp(), a += {b: null} ON MATCH REMOVE a.old
FOREACH (i IN list | CREATE (:N {i: i}))
UNWIND $rows AS row LOAD CSV WITH HEADERS FROM "file:///a.csv" AS line
RETURN n.name, CASE WHEN true THEN "x" ELSE 'y' END ORDER BY c DESC SKIP 1 LIMIT 5;
CREATE INDEX FOR (n:Person) ON (n.name); CALL db.labels() YIELD label
RETURN "unterminated
/* block
   comment */ // line
MATCH p = shortestPath((a:Person {name: 'O\'Brien', `quoted prop`: "x \"y\" \u00e9"})-[r:KNOWS|:LIKES*1..3 {since: 1.5e3}]->(b:`Odd Label`))
WHERE a.age >= $minAge AND NOT (b)--() AND b.name =~ '(?i)j.*' OR a.x IN [1, -2, 0xFF, null] XOR EXISTS { MATCH (a)-->(c) }
OPTIONAL MATCH (a)<-[:IN]-(c)
WITH DISTINCT a, collect(DISTINCT c.name)[0..5] AS names, count(*) AS n ORDER BY n DESC SKIP 1 LIMIT 10
UNWIND range(0, size(names) - 1) AS i
CALL db.labels() YIELD label AS l
MERGE (x:X {id: i}) ON CREATE SET x += {a: true}, x:Y ON MATCH REMOVE x.b
FOREACH (n IN nodes(p) | SET n.m = CASE WHEN n.a STARTS WITH 'b' THEN 1 ELSE toInteger(n.c) % 2 END)
RETURN a {.*, names}, reduce(s = 0, y IN names | s + y), [x IN names WHERE x CONTAINS "a" | toUpper(x)] UNION ALL RETURN false;
CREATE CONSTRAINT c IF NOT EXISTS FOR (n:A) REQUIRE n.id IS UNIQUE; LOAD CSV WITH HEADERS FROM 'file:///a.csv' AS row DETACH DELETE a; :param x => 1
