// Every view of a database, counted in sql.js: node views.js FOLDER-OF-SQLJS DATABASE
const fs = require('fs'), path = require('path');
const load = require(path.join(process.argv[2], 'node_modules', 'sql.js'));
(load.default || load)().then(SQL => {
  const db = new SQL.Database(fs.readFileSync(process.argv[3]));
  const rows = sql => { const r = db.exec(sql); return r.length ? r[0].values : []; };
  console.log('SQLite ' + rows('SELECT sqlite_version()')[0][0]);
  let bad = 0;
  for (const [name] of rows("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")) {
    try { rows(`SELECT count(*) FROM "${name}"`); } catch (e) { ++bad; console.log(name + ': ' + e.message); }
  }
  console.log(bad + ' views fail');
  process.exit(bad ? 1 : 0);
});
