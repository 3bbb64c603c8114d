package org.chengshu.data.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.data.sql.Town.columns;
import static org.chengshu.data.sql.Town.faults;
import static org.chengshu.data.sql.Town.rows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReaderTest {
    /** The column {@code x} of the statement, and what it is made of. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            select name as x from a                              | copied a.name
            select a.name x from a                               | copied a.name
            select q.name x from a q                             | copied a.name
            select q.n x from a as q(i, n)                       | copied a.name
            select "name" as "x" from "a"                        | copied a.name
            select NAME X from A                                 | copied a.name
            select (name) x from a                               | copied a.name
            select amount * 2 x from a                           | computed a.amount
            select amount + length(name) x from a                | computed a.amount, computed a.name
            select amount::text x from a                         | computed a.amount
            select cast(amount as numeric(10,2)) x from a        | computed a.amount
            select date_trunc('day', at) x from a                | computed a.at
            select at at time zone 'Asia/Shanghai' x from a      | computed a.at
            select extract(year from at) x from a                | computed a.at
            select number x from (select id, name as number, area from a) q where number > 'b' order by number | copied a.name
            select name || '-' || area x from a                  | computed a.area, computed a.name
            select coalesce(name, area) x from a                 | computed a.area, computed a.name
            select case when amount > 1 then name else area end x from a | computed a.amount, computed a.area, computed a.name
            select case area when 'x' then 1 end x from a        | computed a.area
            select amount > 3 and name like 'x%' x from a        | computed a.amount, computed a.name
            select amount between 1 and id x from a              | computed a.amount, computed a.id
            select name in ('a', area) x from a                  | computed a.area, computed a.name
            select not (name is null) x from a                   | computed a.name
            select name is distinct from area x from a           | computed a.area, computed a.name
            select -amount x from a                              | computed a.amount
            select name ~ '^x' x from a                          | computed a.name
            select name collate "C" x from a                     | copied a.name
            select trim(both ' ' from name) x from a             | computed a.name
            select substring(name from 1 for 2) x from a         | computed a.name
            select position('x' in name) x from a                | computed a.name
            select array[name, area] x from a                    | computed a.area, computed a.name
            select name::jsonb ->> 'k' x from a                  | computed a.name
            select name::jsonb #>> '{k}' x from a                | computed a.name
            select (name, area) = ('x', 'y') x from a            | computed a.area, computed a.name
            select 1 x from a                                    | ``
            select 'x' x                                         | ``
            select null::text x from a                           | ``
            select now() - at x from a                           | computed a.at
            select sum(amount) x from a                          | aggregated a.amount
            select sum(amount * id) x from a                     | aggregated a.amount, aggregated a.id
            select round(avg(amount), 2) x from a                | aggregated a.amount
            select count(*) x from a                             | aggregated a.*
            select count(distinct name) x from a                 | aggregated a.name
            select sum(amount) filter (where area = 'x') x from a | aggregated a.amount, filtered a.area
            select string_agg(name, ',' order by at) x from a    | aggregated a.at, aggregated a.name
            select percentile_cont(0.5) within group (order by amount) x from a | aggregated a.amount
            select rank() over (partition by area order by at) x from a | aggregated a.area, aggregated a.at
            select sum(amount) over w x from a window w as (partition by area) | aggregated a.amount, aggregated a.area
            select lag(amount, 1) over (order by at rows between 1 preceding and current row) x from a | aggregated a.amount, aggregated a.at
            select p x from (select amount p from a) q           | copied a.amount
            select q.p x from (select amount + 1 as p from a) q  | computed a.amount
            select max(p) x from (select amount + 1 as p from a) q | aggregated a.amount
            select x from (select amount, name as x from a) q    | copied a.name
            with q as (select name n from a) select n x from q   | copied a.name
            with q(x) as (select name from a) select x from q    | copied a.name
            with q as (select name n from a), r as (select n || 'x' m from q) select m x from r | computed a.name
            select name x from a union select title from c       | copied a.name, copied c.title
            select name x from a union all select title || '' from c | computed c.title, copied a.name
            select name x from a except select title from c      | copied a.name, copied c.title
            select price x from a join b on b.a_id = a.id        | copied b.price
            select kind x from b join c using (kind)             | copied b.kind
            select kind x from b right join c using (kind)       | copied c.kind
            select kind x from b full join c using (kind)        | computed b.kind, computed c.kind
            select title x from b natural join c                 | copied c.title
            select (select max(price) from b where b.a_id = a.id) x from a | aggregated b.price, filtered a.id, filtered b.*, filtered b.a_id
            select exists (select 1 from b where b.a_id = a.id) x from a | filtered a.id, filtered b.*, filtered b.a_id
            select name in (select title from c where kind = 'k') x from a | computed a.name, computed c.title, filtered c.*, filtered c.kind
            select l.p x from a, lateral (select a.amount + price p from b where b.a_id = a.id) l | computed a.amount, computed b.price
            select l.p x from a left join lateral (select price p from b where b.a_id = a.id) l on true | copied b.price
            select g x from a cross join generate_series(1, a.id) g | computed a.id
            select g.i x from a cross join lateral generate_series(1, a.id) as g(i) | computed a.id
            select v.k x from (values (1, 'a'), (2, 'b')) as v(n, k) | ``
            select q.b x from (select a.*, b.price as b from a join b on a.id = b.id) q | copied b.price
            select year x from base.legal_entity                 | copied base.legal-entity.year
            select e.year x from base."legal-entity" e           | copied base.legal-entity.year
            select code x from "base.legal-entity"               | copied base.legal-entity.code
            select legal_entity.code x from base.legal_entity    | copied base.legal-entity.code
            select power / 2 x from cs_town.lamp                 | computed cs_town.lamp.*
            select array(select price from b where a_id = a.id) x from a | computed b.price, filtered a.id, filtered b.*, filtered b.a_id
            select amount x from a order by name limit 3         | copied a.amount
            select distinct on (area) name x from a order by area, at desc | copied a.name
            select grouping(area) x from a group by rollup (area) | computed a.area
            with recursive r as (select id, parent, title from c union all select c.id, c.parent, r.title || c.title from c join r on c.parent = r.id) select title x from r | computed c.title
            """)
    void tellsWhatAColumnIsMadeOf(String sql, String expected) {
        assertThat(columns(sql).get("x")).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            select name from a                                    | copied a.*
            select name from a where amount > 1                   | copied a.*, filtered a.amount
            select count(*) from a                                | aggregated a.*
            select area, count(*) from a group by area            | aggregated a.*, filtered a.area
            select area r, count(*) from a group by 1 having sum(amount) > 3 | aggregated a.*, filtered a.amount, filtered a.area
            select name || '' as n from a group by n              | aggregated a.*, filtered a.name
            select a.name from a join b on b.a_id = a.id          | copied a.*, joined a.id, joined b.*, joined b.a_id
            select a.name from a, b where a.id = b.id             | copied a.*, filtered a.id, filtered b.id, joined b.*
            select kind from b join c using (kind)                | copied b.*, joined b.kind, joined c.*, joined c.kind
            select name from a where id in (select a_id from b)   | copied a.*, filtered a.id, filtered b.*, filtered b.a_id
            select name from a order by at                        | copied a.*
            select name from a order by at limit 5                | copied a.*, filtered a.at
            select distinct name from a                           | copied a.*, filtered a.name
            select distinct on (area) name from a order by area, at | copied a.*, filtered a.area, filtered a.at
            select name from a union all select title from c      | copied a.*, copied c.*
            select name from a union select title from c          | copied a.*, copied c.*, filtered a.name, filtered c.title
            select n from (select name n from a where amount > 1) q | copied a.*, filtered a.amount
            with q as (select name n from a where amount > 1) select n from q limit 1 | copied a.*, filtered a.amount
            select title from c left join (select a.area from a where at is null) q on q.area = c.title | copied c.*, joined a.*, joined a.area, joined a.at, joined c.title
            """)
    void tellsWhatDecidesTheRows(String sql, String expected) {
        assertThat(rows(sql)).isEqualTo(expected);
    }

    @Test
    void expandsStars() {
        assertThat(columns("select * from b").keySet()).containsExactlyInAnyOrder("id", "a_id", "kind", "price");
        assertThat(columns("select c.* from b join c on true").keySet())
                .containsExactlyInAnyOrder("id", "kind", "title", "parent");
        assertThat(columns("select * from (select *, price * 2 as twice from b) q"))
                .containsEntry("twice", "computed b.price")
                .containsEntry("kind", "copied b.kind");
        Derivation joined = Town.derivation("select * from b join c using (id, kind)");
        assertThat(joined.columns().stream().map(Derivation.Column::name))
                .containsExactly("id", "kind", "a_id", "price", "title", "parent");
        Derivation apart = Town.derivation("select * from a, b join c using (kind)");
        assertThat(apart.columns().stream().map(Derivation.Column::name))
                .containsExactly(
                        "id", "name", "amount", "area", "at", "kind", "id", "a_id", "price", "id", "title", "parent");
    }

    @Test
    void namesColumnsAsTheDatabaseDoes() {
        assertThat(columns("select count(*), name::text, extract(year from at), upper(name), amount from a"))
                .containsOnlyKeys("count", "name", "extract", "upper", "amount");
        assertThat(columns("select 1 + 1")).isEqualTo(Map.of("?column?", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            select nmae from a                     | 1:8 there is no column nmae; did you mean name?
            select a.nmae from a                   | 1:8 there is no column a.nmae; did you mean name?
            select name from base.legal_entit      | 1:18 there is no dataset base.legal_entit; did you mean base.legal_entity?
            select b.name from a                   | 1:8 there is no table or alias b
            select id from a join b on true        | 1:8 the column id is ambiguous
            select a.id from a join a on true      | 1:25 the name a is given twice
            select name from a union select id, kind from b | 1:26 the queries united differ in their number of columns
            select count(*) over w from a          | 1:8 there is no window w
            select name from a where               | 1:20 "where" is not understood here
            select name from                       | 1:13 "from" is not understood here
            select name from a order by 9          | 1:29 there is no column 9
            select q.id from a, (select q.id from a p) q | 1:29 there is no table or alias q
            """)
    void namesWhatIsWrongAndWhere(String sql, String expected) {
        assertThat(faults(sql)).containsExactly(expected);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        assertThat(faults("select nmae, amuont\nfrom a\nwhere ara = 1"))
                .containsExactly(
                        "1:8 there is no column nmae; did you mean name?",
                        "1:14 there is no column amuont; did you mean amount?",
                        "3:7 there is no column ara; did you mean area?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "delete from a",
                "insert into a select * from a",
                "update a set name = 'x'",
                "drop table a",
                "select 1; select 2",
                "select name from a;",
                "with d as (delete from a returning *) select * from d",
                "select * into z from a",
                "select name from a for update",
                "select name from a tablesample system (10)",
                "select top 3 name from a",
                "select * exclude (name) from a",
                "select name from a qualify row_number() over () = 1",
                "select a from a",
                "select name from a where id = ?",
                "select name from a where id = :p",
                "table a",
                "explain select name from a",
                "set role postgres",
                "call f()",
                "do $$ begin end $$",
                "copy a to stdout",
                "select s.a.name from a",
                "select x.* from rows from (generate_series(1,2), generate_series(1,3)) as x(a, b)",
                "select json_object('a' value name) from a",
                "select U&'\\0061' from a",
                "select * from pg_class",
                "select * from pg_catalog.pg_class",
                "select current_user",
                "select (a).name from a",
                "select name from only a",
                "select name from a limit 1 by name"
            })
    void refusesWhatItDoesNotUnderstand(String sql) {
        assertThat(faults(sql)).isNotEmpty();
    }

    @Test
    void tellsWhereRelationsAndFunctionsAreNamed() {
        String sql = "select upper(e.name)\nfrom base.\"legal-entity\" e join a on lower(a.name) = e.name";
        Derivation derivation = Town.derivation(sql);
        assertThat(derivation.reads())
                .extracting(read -> sql.substring(read.from(), read.to()))
                .containsExactly("base.\"legal-entity\"", "a");
        assertThat(derivation.reads()).extracting(Derivation.Read::aliased).containsExactly(true, false);
        assertThat(derivation.functions())
                .extracting(Derivation.Call::name)
                .containsExactlyInAnyOrder("upper", "lower");
        assertThat(derivation.settled()).isTrue();
        assertThat(Town.derivation("select current_date - at from a").settled()).isFalse();
    }
}
