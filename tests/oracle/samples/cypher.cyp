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
