-- line comment
/* block
   comment */
CREATE TABLE IF NOT EXISTS users (
  id SERIAL PRIMARY KEY,
  name VARCHAR(255) NOT NULL DEFAULT 'it''s "x"',
  age INT CHECK (age >= 0), amount DECIMAL(10, 2), created_at TIMESTAMP WITH TIME ZONE DEFAULT now(),
  CONSTRAINT fk FOREIGN KEY (id) REFERENCES other (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX idx ON users USING btree (lower(name));
INSERT INTO users (name, age) VALUES ('a', 1), (N'b', NULL), (E'esc\n', -1.5e3) ON CONFLICT DO NOTHING;
SELECT DISTINCT u.*, COUNT(*) AS n, "quoted ident", `backtick`, [bracket], @var, :param, $1
FROM users AS u
  LEFT OUTER JOIN orders o ON o.user_id = u.id AND o.total <> 0
WHERE u.name LIKE '%x\_%' AND age BETWEEN 1 AND 10 OR id IN (SELECT id FROM t) AND NOT EXISTS (SELECT 1)
GROUP BY u.id HAVING SUM(o.total) > 100 ORDER BY n DESC NULLS LAST LIMIT 10 OFFSET 5;
WITH RECURSIVE cte (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM cte WHERE n < 5)
SELECT CASE WHEN n = 1 THEN 'one' ELSE CAST(n AS TEXT) || 'x' END, ROW_NUMBER() OVER (PARTITION BY n ORDER BY n) FROM cte;
UPDATE users SET age = age + 1, name = UPPER(name) WHERE id = 1 RETURNING *;
DELETE FROM users; TRUNCATE TABLE users; DROP VIEW IF EXISTS v CASCADE;
BEGIN; GRANT SELECT, INSERT ON users TO PUBLIC; COMMIT; ROLLBACK;
CREATE OR REPLACE FUNCTION f(a integer) RETURNS trigger AS $$
BEGIN
  IF NEW.x IS NOT NULL THEN RAISE NOTICE 'x %', a; END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
ALTER TABLE users ADD COLUMN z jsonb; -- end
SELECT data->>'key' FROM t WHERE x::int = 0x1F # mysql comment
'unterminated
