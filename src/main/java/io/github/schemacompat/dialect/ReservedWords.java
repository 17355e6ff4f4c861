package io.github.schemacompat.dialect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that are no names without quotes. */
enum ReservedWords {
    SQL_SERVER("""
            add all alter and any as asc authorization backup begin between break browse bulk by cascade case
            check checkpoint close clustered coalesce collate column commit compute constraint contains
            containstable continue convert create cross current current_date current_time current_timestamp
            current_user cursor database dbcc deallocate declare default delete deny desc disk distinct
            distributed double drop dump else end errlvl escape except exec execute exists exit external fetch
            file fillfactor for foreign freetext freetexttable from full function goto grant group having
            holdlock identity identity_insert identitycol if in index inner insert intersect into is join key
            kill left like lineno load merge national nocheck nonclustered not null nullif of off offsets on
            open opendatasource openquery openrowset openxml option or order outer over percent pivot plan
            precision primary print proc procedure public raiserror read readtext reconfigure references
            replication restore restrict return revert revoke right rollback rowcount rowguidcol rule save
            schema securityaudit select semantickeyphrasetable semanticsimilaritydetailstable
            semanticsimilaritytable session_user set setuser shutdown some statistics system_user table
            tablesample textsize then to top tran transaction trigger truncate try_convert tsequal union unique
            unpivot update updatetext use user values varying view waitfor when where while with within
            writetext
            """),
    /** All that the function {@code quote_ident} puts in quotes. */
    POSTGRESQL("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean
            both case cast char character check coalesce collate collation column concurrently constraint create
            cross current_catalog current_date current_role current_schema current_time current_timestamp
            current_user dec decimal default deferrable desc distinct do else end except exists extract false
            fetch float for foreign freeze from full grant greatest group grouping having ilike in initially
            inner inout int integer intersect interval into is isnull join json json_array json_arrayagg
            json_exists json_object json_objectagg json_query json_scalar json_serialize json_table json_value
            lateral leading least left like limit localtime localtimestamp merge_action national natural nchar
            none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay
            placing position precision primary real references returning right row select session_user setof
            similar smallint some substring symmetric system_user table tablesample then time timestamp to
            trailing treat trim true union unique user using values varchar variadic verbose when where window
            with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable
            """),
    MYSQL("""
            accessible add all alter analyze and as asc asensitive before between bigint binary blob both by
            call cascade case change char character check collate column condition constraint continue convert
            create cross cube cume_dist current_date current_role current_time current_timestamp current_user
            cursor database databases day_hour day_microsecond day_minute day_second dec decimal declare default
            delayed delete dense_rank desc describe deterministic distinct distinctrow div double drop dual each
            else elseif empty enclosed escaped except exists exit explain false fetch first_value float float4
            float8 for force foreign from fulltext function generated get grant group grouping groups having
            high_priority hour_microsecond hour_minute hour_second if ignore in index infile inner inout
            insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into io_after_gtids
            io_before_gtids is iterate join json_table key keys kill lag last_value lateral lead leading leave
            left library like limit linear lines load localtime localtimestamp lock long longblob longtext loop
            low_priority manual master_bind master_ssl_verify_server_cert match maxvalue mediumblob mediumint
            mediumtext middleint minute_microsecond minute_second mod modifies natural no_write_to_binlog not
            nth_value ntile null numeric of on optimize optimizer_costs option optionally or order out outer
            outfile over parallel partition percent_rank precision primary procedure purge qualify range rank
            read read_write reads real recursive references regexp release rename repeat replace require
            resignal restrict return revoke right rlike row row_number rows schema schemas second_microsecond
            select sensitive separator set show signal smallint spatial specific sql sql_big_result
            sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting stored
            straight_join system table tablesample terminated then tinyblob tinyint tinytext to trailing trigger
            true undo union unique unlock unsigned update usage use using utc_date utc_time utc_timestamp values
            varbinary varchar varcharacter varying virtual when where while window with write xor year_month
            zerofill
            """),
    MARIADB("""
            accessible add all alter analyze and as asc asensitive before between bigint binary blob both by
            call cascade case change char character check collate column condition constraint continue convert
            create cross current_date current_role current_schema current_time current_timestamp current_user
            cursor database databases day_hour day_microsecond day_minute day_second dec decimal declare default
            delayed delete delete_domain_id desc describe deterministic distinct distinctrow div do_domain_ids
            double drop dual each else elseif enclosed escaped except exists exit explain false fetch float
            float4 float8 for force foreign from fulltext general grant group having high_priority
            hour_microsecond hour_minute hour_second if ignore ignore_domain_ids ignore_server_ids in index
            infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into
            is iterate join key keys kill leading leave left like limit linear lines load localtime
            localtimestamp lock long longblob longtext loop low_priority master_heartbeat_period
            master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint
            minute_microsecond minute_second mod modifies natural no_write_to_binlog not null numeric offset on
            optimize option optionally or order out outer outfile over page_checksum parse_vcol_expr partition
            portion precision primary procedure purge range read read_write reads real recursive ref_system_id
            references regexp release rename repeat replace require resignal restrict return returning revoke
            right rlike row_number rownum rows schema schemas second_microsecond select sensitive separator set
            show signal slow smallint spatial specific sql sql_big_result sql_calc_found_rows sql_small_result
            sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc stats_persistent stats_sample_pages
            straight_join table terminated then tinyblob tinyint tinytext to trailing trigger true undo union
            unique unlock unsigned update usage use using utc_date utc_time utc_timestamp values varbinary
            varchar varcharacter varying when where while window with write xor year_month zerofill
            """),
    ORACLE("""
            access add all alter and any as asc audit between by char check cluster column comment compress
            connect create current date decimal default delete desc distinct drop else exclusive exists file
            float for from grant group having identified immediate in increment index initial insert integer
            intersect into is level like lock long maxextents minus mlslabel mode modify noaudit nocompress not
            nowait null number of offline on online option or order pctfree prior public raw rename resource
            revoke row rowid rownum rows select session set share size smallint start successful synonym sysdate
            table then to trigger uid union unique update user validate values varchar varchar2 view whenever
            where with
            """),
    DB2("""
            all alter and any as asc between both by call case cast check column commit connect constraint create
            cross current current_date current_path current_schema current_time current_timestamp current_user
            cursor declare default delete desc distinct drop each else end escape except execute exists fetch
            for foreign from full function grant group having if in inner inout insert intersect into is join
            key leading left like merge new not null of old on or order out outer over parameter primary
            procedure references return returns right rollback row rows select session_user set some table then
            timestamp to trailing trigger union unique update user using values view when where while with
            """),
    H2("""
            all and any array as asymmetric authorization between both case cast check constraint cross
            current_catalog current_date current_path current_role current_schema current_time current_timestamp
            current_user day default distinct else end except exists false fetch for foreign from full group groups
            having hour if ilike in inner intersect interval is join key leading left like limit localtime
            localtimestamp minus minute month natural not null offset on or order over partition primary qualify
            range regexp right row rownum rows second select session_user set some symmetric system_user table to
            top trailing true uescape union unique unknown user using value values when where window with year
            _rowid_
            """),
    HSQLDB("""
            abs all allocate alter and any are array as asensitive asymmetric at atomic authorization avg begin
            between bigint binary blob boolean both by call called cardinality cascaded case cast ceil ceiling char
            char_length character character_length check clob close coalesce collate collect column commit condition
            connect constraint convert corr corresponding count covar_pop covar_samp create cross cube cume_dist
            current current_catalog current_date current_default_transform_group current_path current_role
            current_schema current_time current_timestamp current_transform_group_for_type current_user cursor cycle
            date day deallocate dec decimal declare default delete dense_rank deref describe deterministic disconnect
            distinct do double drop dynamic each element else elseif end end_exec escape every except exec execute
            exists exit exp external extract false fetch filter first_value float floor for foreign free from full
            function fusion get global grant group grouping groups having hold hour identity if in indicator inner
            inout insensitive insert int integer intersect intersection interval into is iterate join lag language
            large last_value lateral lead leading leave left like like_regex ln local localtime localtimestamp loop
            lower match max member merge method min minute mod modifies module month multiset national natural nchar
            nclob new no none normalize not nth_value ntile null nullif numeric occurrences_regex octet_length of
            offset old on only open or order out outer over overlaps overlay parameter partition percent_rank
            percentile_cont percentile_disc position position_regex power precision prepare primary procedure range
            rank reads real recursive ref references referencing regr_avgx regr_avgy regr_count regr_intercept
            regr_r2 regr_slope regr_sxx regr_sxy regr_syy release repeat resignal result return returns revoke right
            rollback rollup row row_number rows savepoint scope scroll search second select sensitive session_user
            set signal similar smallint some specific specifictype sql sqlexception sqlstate sqlwarning sqrt start
            static stddev_pop stddev_samp submultiset substring substring_regex sum symmetric system system_user
            table tablesample then time timestamp timezone_hour timezone_minute to trailing translate
            translate_regex translation treat trigger trim trim_array true truncate uescape undo union unique unknown
            unnest until update upper user using value values var_pop var_samp varbinary varchar varying when
            whenever where while width_bucket window with within without year
            """),
    SQLITE("""
            add all alter and as autoincrement between case check collate commit constraint create cross current_date
            current_time current_timestamp default deferrable delete distinct drop else escape except exists foreign
            from full group having in index inner insert intersect into is isnull join left limit natural not nothing
            notnull null on or order outer primary references returning right select set table then to transaction
            union unique update using values when where
            """);

    private final Set<String> words;

    ReservedWords(String words) {
        this.words = Set.of(words.strip().split("\\s+"));
    }

    /** Whether a word in any case is one of them. */
    boolean contains(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a name of this form is understood without quotes. */
    boolean needsQuotes(String name, Pattern plainName) {
        return contains(name) || !plainName.matcher(name).matches();
    }
}
