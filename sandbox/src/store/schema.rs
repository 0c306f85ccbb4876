//! The tables.

/// Tables of an empty database. All but `customer` are plain stores by number; `follow_up` holds
/// those of customers to whom one was written.
pub const TABLES: &str = "
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE dictionary (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL,
    department INTEGER NOT NULL,
    pool INTEGER NOT NULL,
    status INTEGER NOT NULL,
    source INTEGER NOT NULL,
    category INTEGER NOT NULL,
    products INTEGER NOT NULL,
    assist INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    real_revisit_at INTEGER,
    revisit_remind_at INTEGER,
    last_called_at INTEGER,
    name TEXT NOT NULL
);
CREATE TABLE body (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL,
    creator INTEGER NOT NULL,
    length INTEGER NOT NULL,
    json BLOB NOT NULL
);
CREATE TABLE words (field INTEGER NOT NULL, first INTEGER NOT NULL, text BLOB NOT NULL);
CREATE TABLE follow_up (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, json TEXT NOT NULL);
CREATE INDEX follow_up_by_customer ON follow_up (customer, id);
";

/// What every index carries after its sort key, so that a request that filters on anything reads
/// the index alone and never the table.
const CARRIED: &str = "owner, department, pool, status, source, category, products, assist, \
     created_at, updated_at, real_revisit_at, revisit_remind_at";

/// What the list can be sorted by, with the word shown for it; the first is the order of a
/// request that names none.
pub const SORTS: [(&str, &str); 7] = [
    ("id", ""),
    ("created_at", "创建时间"),
    ("updated_at", "更新时间"),
    ("real_revisit_at", "实际跟进时间"),
    ("revisit_remind_at", "下次跟进时间"),
    ("last_called_at", "最近通话时间"),
    ("name", "客户名称"),
];

/// The statements that make the indexes; run once the rows are in, which is several times faster.
pub fn indexes() -> String {
    let mut all = String::from("CREATE INDEX words_by_field ON words (field, first);");
    for (sort, _) in SORTS {
        // The id right behind the key settles ties and makes descending the exact reverse.
        let key = if sort == "id" { "id".to_owned() } else { format!("{sort}, id") };
        all += &format!("CREATE INDEX by_{sort} ON customer ({key}, {CARRIED});");
    }
    all + &format!("CREATE INDEX by_owner ON customer (owner, id, {CARRIED});")
}
