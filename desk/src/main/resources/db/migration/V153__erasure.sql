-- Somebody who asked for help is taken out of a desk's record for good. What happened and when stays: promises are judged
-- by it. Who it was and what was said goes. The application may change nothing of a timeline, a letter or the audit trail;
-- this one function does, for this one purpose, for its own desk alone.
create table people.erasure (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    requester bigint not null,
    wanted_by bigint not null,
    why text not null,
    wanted_at timestamptz not null,
    done_at timestamptz,
    counts jsonb,
    failure text,
    primary key (tenant, id),
    foreign key (tenant, requester) references people.requester,
    foreign key (tenant, wanted_by) references people.agent
);
select tenant.wall('people.erasure', 'select, insert, update');
create index erasure_of_requester on people.erasure (tenant, requester, id desc);
create index erasure_waiting on people.erasure (tenant, id) where done_at is null and failure is null;

create function people.tenants_with_erasures() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, people
begin atomic
    select distinct e.tenant from people.erasure e where e.done_at is null and e.failure is null;
end;

-- Whose words were taken out of the trail; a line of the trail itself says how many and which.
create table audit.taken (
    tenant uuid not null default tenant.current(),
    seq bigint not null,
    erasure bigint not null,
    primary key (tenant, seq),
    foreign key (tenant, seq) references audit.entry
);
select tenant.wall('audit.taken', 'select');
create trigger kept before update or delete or truncate on audit.taken for each statement execute function audit.refuse();

create function audit.refuse_unless_erasing() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('app.erasing', true) = 'on' then
        return null;
    end if;
    raise exception 'the audit trail is only ever added to';
end $$;
drop trigger kept on audit.words;
create trigger kept before update or delete or truncate on audit.words
    for each statement execute function audit.refuse_unless_erasing();

-- A text as a pattern that finds it, however it is spaced.
create function people.as_pattern(words text) returns text
    language sql immutable parallel safe
    return regexp_replace(regexp_replace(words, '([^[:alnum:][:space:]])', '\\\1', 'g'), '\s+', '\\s+', 'g');

create function people.redacted(words text, pattern text) returns text
    language sql immutable parallel safe
    return regexp_replace(words, pattern, '[erased]', 'gi');

-- What somebody wrote is quoted below answers: those lines go too, wherever they took part.
create function people.unquoted(words text, said text[]) returns text
    language sql immutable parallel safe
    return (select string_agg(case when btrim(l.line, E' \t\r>') = any (said) then '[erased]' else l.line end, E'\n' order by l.nth)
              from regexp_split_to_table(words, E'\n') with ordinality as l (line, nth));

create function people.erase(who bigint, of_erasure bigint) returns table (what text, many bigint, sha256 bytea)
    language plpgsql volatile security definer
    set search_path = pg_catalog, people as $$
#variable_conflict use_column
declare
    here constant uuid := tenant.current();
    gone constant text := '[erased]';
    whose people.requester;
    everywhere text; -- finds what names them alone
    close text; -- finds that and each of their names, where they took part
    theirs bigint[]; -- tickets that they asked
    near bigint[]; -- those, and others that they took part in or are named in
    said text[]; -- their lines
    files bytea[];
    letters bigint[];
    n bigint;
begin
    if here is null or tenant.asks() is not null or tenant.sees() is not null then
        raise exception 'nobody is erased by somebody who sees a part of a desk alone';
    end if;
    select * into strict whose from people.requester r where r.tenant = here and r.id = who for update;

    select string_agg(people.as_pattern(t), '|') into everywhere
      from unnest(array[whose.email, whose.phone, case when whose.name ~ '\S\s+\S' then btrim(whose.name) end]) t
     where length(t) > 3;
    select concat_ws('|', everywhere, string_agg('\m' || people.as_pattern(t) || '\M', '|')) into close
      from regexp_split_to_table(btrim(whose.name), '\s+') t where length(t) > 1;
    everywhere := coalesce(everywhere, '(?!)');
    close := coalesce(nullif(close, ''), '(?!)');

    theirs := array(select t.number from ticket.ticket t where t.tenant = here and t.requester = who);
    near := array(
        select unnest(theirs)
        union select e.ticket from ticket.entry e
               where e.tenant = here and e.author_kind = 'requester' and e.author = who
        union select substring(o.about from '-([0-9]+)$')::bigint from mail.onlooker o
               where o.tenant = here and o.address = lower(whose.email) and o.about ~ '-[0-9]+$'
        union select e.ticket from ticket.entry e
               where e.tenant = here and (e.text ~* everywhere or e.subject ~* everywhere));
    said := array(
        select distinct btrim(line, E' \t\r>') from ticket.entry e, regexp_split_to_table(e.text, E'\n') line
         where e.tenant = here and length(btrim(line, E' \t\r>')) > 7
           and (e.ticket = any (theirs) or e.author_kind = 'requester' and e.author = who));

    -- files of what they asked, and of what they wrote anywhere
    with removed as (
        delete from ticket.attachment a using ticket.entry e
         where a.tenant = here and e.tenant = here and e.ticket = a.ticket and e.entry = a.entry
           and (a.ticket = any (theirs) or e.author_kind = 'requester' and e.author = who)
        returning a.sha256)
    select coalesce(array_agg(distinct r.sha256), '{}'), count(*) into files, n from removed r;
    return query select 'files', n, null::bytea;
    files := array(select f from unnest(files) f
                    where not exists (select from ticket.attachment a where a.tenant = here and a.sha256 = f));
    delete from ticket.inspection i where i.tenant = here and i.sha256 = any (files);
    delete from ticket.piece p where p.tenant = here and p.sha256 = any (files);
    delete from ticket.content c where c.tenant = here and c.sha256 = any (files);
    return query select 'contents', 1::bigint, f from unnest(files) f;

    -- timelines
    update ticket.entry e set subject = case when e.subject is null then null else gone end,
                              text = case when e.text is null then null else gone end
     where e.tenant = here and (e.subject is not null or e.text is not null)
       and (e.ticket = any (theirs) or e.author_kind = 'requester' and e.author = who);
    get diagnostics n = row_count;
    return query select 'entries', n, null::bytea;
    update ticket.entry e set subject = people.redacted(e.subject, close),
                              text = people.redacted(people.unquoted(e.text, said), close)
     where e.tenant = here and e.ticket = any (near) and not e.ticket = any (theirs)
       and (e.subject is not null or e.text is not null)
       and (e.text ~* close or e.subject ~* close or people.unquoted(e.text, said) <> e.text);
    get diagnostics n = row_count;
    return query select 'mentions', n, null::bytea;
    update ticket.entry e
       set details = (select jsonb_object_agg(d.key, case
                                 when d.key in ('because', 'reference', 'why') and jsonb_typeof(d.value) = 'string' and d.value #>> '{}' ~ '\s'
                                 then to_jsonb(people.redacted(d.value #>> '{}', close)) else d.value end)
                        from jsonb_each(e.details) d)
     where e.tenant = here and e.ticket = any (near) and e.details ?| array['because', 'reference', 'why']
       and e.details::text ~* close;
    update ticket.ticket t set subject = gone where t.tenant = here and t.number = any (theirs);
    get diagnostics n = row_count;
    return query select 'tickets', n, null::bytea;
    update ticket.ticket t set subject = people.redacted(t.subject, close)
     where t.tenant = here and t.number = any (near) and t.subject ~* close;
    delete from ticket.departure_file f using ticket.departure d
     where f.tenant = here and d.tenant = here and d.id = f.departure and d.ticket = any (theirs);
    delete from ticket.departure d where d.tenant = here and d.ticket = any (theirs);
    update ticket.departure d set text = people.redacted(people.unquoted(d.text, said), close)
     where d.tenant = here and d.ticket = any (near);

    -- mails as they came: of all tickets near them, and whatever names their address
    letters := array(
        select l.id from intake.letter l
         where l.tenant = here
           and (l.ticket = any (near) or lower(l.return_path) = lower(whose.email) or l.return_path ~* everywhere
                or l.recipient ~* everywhere
                or exists (select from intake.filed f where f.tenant = here and f.letter = l.id and f.ticket = any (near))
                or whose.email is not null and position(lower(whose.email) in lower(encode(substring(l.raw from 1 for 65536), 'escape'))) > 0));
    delete from intake.filed f where f.tenant = here and f.letter = any (letters);
    delete from intake.piece p where p.tenant = here and p.letter = any (letters);
    update intake.letter l
       set raw = '', size = 0, sha256 = '', return_path = '', peer = '', helo = '', seen = '', path = '{}', message_id = null,
           reason = case when l.state in ('ticketed', 'appended') then l.reason else 'Erased.' end,
           state = case when l.state in ('ticketed', 'appended') then l.state else 'suppressed' end,
           settled_at = coalesce(l.settled_at, now())
     where l.tenant = here and l.id = any (letters);
    get diagnostics n = row_count;
    return query select 'letters', n, null::bytea;

    -- mails as they left
    letters := array(
        select o.id from mail.outbox o
         where o.tenant = here
           and (lower(o.recipient) = lower(whose.email) or o.recipient ~* everywhere
                or substring(o.about from '-([0-9]+)(?:[^0-9-].*)?$')::bigint = any (near)));
    delete from mail.outbox_piece p where p.tenant = here and p.mail = any (letters);
    update mail.outbox o
       set raw = null, size = null, subject = gone, recipient = case when o.recipient ~* everywhere then 'erased@invalid' else o.recipient end,
           state = case when o.state = 'waiting' then 'given-up' else o.state end,
           failure = case when o.state = 'waiting' then 'Erased.' else people.redacted(o.failure, everywhere) end
     where o.tenant = here and o.id = any (letters);
    get diagnostics n = row_count;
    return query select 'mails', n, null::bytea;
    delete from mail.onlooker o where o.tenant = here and o.address = lower(whose.email);
    delete from mail.thread t where t.tenant = here and substring(t.about from '-([0-9]+)(?:[^0-9-].*)?$')::bigint = any (theirs);
    update mail.silence s set reason = people.redacted(s.reason, everywhere) where s.tenant = here and s.reason ~* everywhere;

    -- what was told of it
    update notification.word w set line = case when w.ticket = any (theirs) then gone else people.redacted(w.line, close) end
     where w.tenant = here and (w.ticket = any (theirs) or w.ticket = any (near) and w.line ~* close or w.line ~* everywhere);
    update notification.notice x set failure = people.redacted(x.failure, everywhere)
     where x.tenant = here and x.failure ~* everywhere;
    delete from intake.answer a
     where a.tenant = here
       and (convert_from(a.body, 'UTF8') ~* everywhere
            or cardinality(near) > 0 and convert_from(a.body, 'UTF8') ~ ('"number": ?(' || array_to_string(near, '|') || ')[^0-9]'));
    delete from webhook.delivery d where d.tenant = here and (d.payload ~* everywhere or d.answer ~* everywhere);

    -- the trail: what names them goes, and that it went stands in the trail
    perform set_config('app.erasing', 'on', true);
    with named as (
        delete from audit.words w using audit.entry e
         where w.tenant = here and e.tenant = here and e.seq = w.seq
           and (e.actor = 'requester ' || who or w.words ~* everywhere)
        returning w.seq)
    insert into audit.taken (tenant, seq, erasure) select here, seq, of_erasure from named;
    get diagnostics n = row_count;
    perform set_config('app.erasing', '', true);
    return query select 'lines', n, null::bytea;
    update audit.pending p set words = '' where p.tenant = here and (p.actor = 'requester ' || who or p.words ~* everywhere);

    delete from people.portal_session s where s.tenant = here and s.requester = who;
    delete from people.portal_link l where l.tenant = here and l.requester = who;
    update people.requester r
       set name = 'Erased ' || who, email = null, phone = null, language = null, super_user = false
     where r.tenant = here and r.id = who;
end $$;
revoke execute on function people.erase(bigint, bigint) from public;
grant execute on function people.erase(bigint, bigint) to ${app};
grant execute on function people.tenants_with_erasures() to ${app};
