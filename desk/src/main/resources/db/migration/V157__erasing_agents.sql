-- An agent who works here no more is taken out of a desk's record for good. What they did stays, and what the desk said by them
-- stays the desk's; who they were goes, and so does all that let them in.
alter table people.agent add column erased_at timestamptz;

alter table people.erasure
    alter column requester drop not null,
    add column agent bigint,
    add foreign key (tenant, agent) references people.agent,
    add constraint erasure_of_one check (num_nonnulls(requester, agent) = 1);
create index erasure_of_agent on people.erasure (tenant, agent, id desc) where agent is not null;

-- What each act of theirs is under from then on.
create function people.pseudonym(of_agent bigint) returns text
    language sql immutable parallel safe
    return 'Erased agent ' || of_agent;

-- The ticket that a mail is about, by its reference.
create function people.ticket_of(about text) returns bigint
    language sql immutable parallel safe
    return substring(about from '-([0-9]+)(?:[^0-9-].*)?$')::bigint;

-- Tickets at which an agent did something.
create function people.acted_on(who bigint) returns bigint[]
    language sql stable
    return array(select distinct e.ticket from ticket.entry e
                  where e.tenant = tenant.current() and e.author_kind = 'agent' and e.author = who);

-- What has to happen before an agent can be erased; of a requester of the same address, its number.
create function people.before_erasing(who bigint) returns table (what text, many bigint)
    language plpgsql stable set search_path = pg_catalog, people as $$
#variable_conflict use_column
declare
    here constant uuid := tenant.current();
    whose people.agent;
begin
    select * into strict whose from people.agent a where a.tenant = here and a.id = who;
    if whose.disabled_at is null then
        return query select 'access', 1::bigint;
    end if;
    if whose.role = 'admin' and not exists (select from people.agent a
            where a.tenant = here and a.id <> who and a.role = 'admin' and a.disabled_at is null) then
        return query select 'administrator', 1::bigint;
    end if;
    return query select 'tickets', count(*) from ticket.ticket t
                  where t.tenant = here and t.agent = who and t.status in ('open', 'held') having count(*) > 0;
    return query select 'requester', r.id from people.requester r where r.tenant = here and r.email = whose.email;
    return query select 'mails', count(*) from mail.outbox o
                  where o.tenant = here and o.state = 'waiting' and not o.automatic
                    and people.ticket_of(o.about) = any (people.acted_on(who)) having count(*) > 0;
end $$;
grant execute on function people.before_erasing(bigint) to ${app};

-- Full name and address wherever they stand; each of their names, where they worked.
create function people.without(words text, everywhere text, close text) returns text
    language sql immutable parallel safe
    return people.redacted(people.redacted(words, everywhere), close);

create function people.erase_agent(who bigint, of_erasure bigint) returns table (what text, many bigint)
    language plpgsql volatile security definer
    set search_path = pg_catalog, people as $$
#variable_conflict use_column
declare
    here constant uuid := tenant.current();
    whose people.agent;
    pseudonym constant text := people.pseudonym(who);
    name_there text; -- their name, as a value in JSON
    everywhere text;
    close text; -- as they are written, or in capitals: many a name is a word besides
    address text; -- as bytes are shown
    name_bytes text;
    near bigint[];
    letters bigint[];
    n bigint;
    ways bigint := 0;
begin
    if here is null or tenant.asks() is not null or tenant.sees() is not null then
        raise exception 'nobody is erased by somebody who sees a part of a desk alone';
    end if;
    select * into strict whose from people.agent a where a.tenant = here and a.id = who for update;
    if exists (select from people.before_erasing(who)) then
        raise exception 'agent % cannot be erased yet', who;
    end if;

    select string_agg(people.as_pattern(t), '|') into everywhere
      from unnest(array[whose.email, case when whose.name ~ '\S\s+\S' then btrim(whose.name) end]) t where length(t) > 3;
    select '(?c)\m(?:' || string_agg(people.as_pattern(t) || '|' || people.as_pattern(upper(t)), '|') || ')\M' into close
      from regexp_split_to_table(btrim(whose.name), '\s+') t where length(t) > 1;
    everywhere := coalesce(everywhere, '(?!)');
    close := coalesce(close, '(?!)');
    name_there := to_json(whose.name)::text;
    address := lower(encode(convert_to(whose.email, 'UTF8'), 'escape'));
    name_bytes := case when whose.name ~ '\S\s+\S' then lower(encode(convert_to(btrim(whose.name), 'UTF8'), 'escape')) end;
    near := people.acted_on(who);

    -- timelines
    update ticket.entry e
       set subject = people.without(e.subject, everywhere, case when e.ticket = any (near) then close else '(?!)' end),
           text = people.without(e.text, everywhere, case when e.ticket = any (near) then close else '(?!)' end)
     where e.tenant = here
       and (e.text ~* everywhere or e.subject ~* everywhere or e.ticket = any (near) and (e.text ~ close or e.subject ~ close));
    get diagnostics n = row_count;
    return query select 'mentions', n;
    update ticket.entry e
       set details = (select jsonb_object_agg(d.key, case
                                 when d.key in ('because', 'reference', 'why') and jsonb_typeof(d.value) = 'string' and d.value #>> '{}' ~ '\s'
                                 then to_jsonb(people.without(d.value #>> '{}', everywhere, close)) else d.value end)
                        from jsonb_each(e.details) d)
     where e.tenant = here and e.details ?| array['because', 'reference', 'why']
       and (e.details::text ~* everywhere or e.ticket = any (near) and e.details::text ~ close);
    update ticket.ticket t set subject = people.redacted(t.subject, everywhere) where t.tenant = here and t.subject ~* everywhere;
    update ticket.ticket t set subject = people.redacted(t.subject, close)
     where t.tenant = here and t.number = any (near) and t.subject ~ close;
    update ticket.attachment a set name = people.without(a.name, everywhere, close)
     where a.tenant = here and (a.name ~* everywhere or a.ticket = any (near) and a.name ~ close);
    update ticket.departure d set text = people.without(d.text, everywhere, close)
     where d.tenant = here and (d.agent = who or d.text ~* everywhere or d.ticket = any (near) and d.text ~ close);
    select count(*) into n from ticket.entry e where e.tenant = here and e.author_kind = 'agent' and e.author = who;
    return query select 'acts', n;

    -- mails as they came: what names them, what is from them, and what may quote them
    letters := array(
        with since as (
            select e.ticket, min(e.at) as at from ticket.entry e
             where e.tenant = here and e.author_kind = 'agent' and e.author = who group by e.ticket)
        select l.id from intake.letter l join since s on s.ticket = l.ticket where l.tenant = here and l.received_at >= s.at
        union select l.id from intake.filed f join since s on s.ticket = f.ticket join intake.letter l on l.id = f.letter
               where f.tenant = here and l.tenant = here and l.received_at >= s.at
        union select l.id from intake.letter l
               where l.tenant = here
                 and (lower(l.return_path) = whose.email
                      or l.state in ('ticketed', 'appended', 'suppressed')
                         and (l.recipient ~* everywhere
                              or position(address in lower(encode(substring(l.raw from 1 for 65536), 'escape'))) > 0
                              or position(name_bytes in lower(encode(substring(l.raw from 1 for 65536), 'escape'))) > 0)));
    delete from intake.filed f where f.tenant = here and f.letter = any (letters);
    delete from intake.piece p where p.tenant = here and p.letter = any (letters);
    update intake.letter l
       set raw = '', size = 0, sha256 = '', return_path = '', peer = '', helo = '', seen = '', path = '{}', message_id = null,
           reason = case when l.state in ('ticketed', 'appended') then l.reason else 'Erased.' end,
           state = case when l.state in ('ticketed', 'appended') then l.state else 'suppressed' end,
           settled_at = coalesce(l.settled_at, now())
     where l.tenant = here and l.id = any (letters);
    get diagnostics n = row_count;
    return query select 'letters', n;
    update intake.letter l set reason = people.without(l.reason, everywhere, close)
     where l.tenant = here and (l.reason ~* everywhere or l.reason ~ close);

    -- mails as they left; an automatic one that waits keeps nothing once it has
    letters := array(
        select o.id from mail.outbox o
         where o.tenant = here
           and (lower(o.recipient) = whose.email or o.recipient ~* everywhere or o.subject ~* everywhere or o.failure ~* everywhere
                or o.state <> 'waiting' and people.ticket_of(o.about) = any (near)));
    delete from mail.outbox_piece p where p.tenant = here and p.mail = any (letters);
    update mail.outbox o
       set raw = null, size = null, subject = people.without(o.subject, everywhere, close),
           recipient = case when o.recipient ~* everywhere then 'erased@invalid' else o.recipient end,
           state = case when o.state = 'waiting' then 'given-up' else o.state end,
           failure = case when o.state = 'waiting' then 'Erased.' else people.without(o.failure, everywhere, close) end
     where o.tenant = here and o.id = any (letters);
    get diagnostics n = row_count;
    return query select 'mails', n;
    delete from mail.onlooker o where o.tenant = here and o.address = whose.email;
    update mail.onlooker o set approved_by = pseudonym where o.tenant = here and o.approved_by = whose.name;
    update mail.onlooker o set name = people.redacted(o.name, everywhere) where o.tenant = here and o.name ~* everywhere;
    update mail.silence s set reason = people.without(s.reason, everywhere, close)
     where s.tenant = here and (s.reason ~* everywhere or s.reason ~ close);

    -- what was told, to them and of them
    delete from notification.word w where w.tenant = here and w.agent = who;
    delete from notification.digest d where d.tenant = here and d.agent = who;
    delete from notification.habit h where h.tenant = here and h.agent = who;
    delete from notification.choice c where c.tenant = here and c.agent = who;
    update notification.reminder r set agent = null where r.tenant = here and r.agent = who; -- their group's, as with nobody named
    update notification.word w set line = people.without(w.line, everywhere, close)
     where w.tenant = here and (w.line ~* everywhere or w.ticket = any (near) and w.line ~ close);
    update notification.notice x set failure = people.redacted(x.failure, everywhere) where x.tenant = here and x.failure ~* everywhere;
    update notification.template t set changed_by = pseudonym where t.tenant = here and t.changed_by = whose.name;
    update notification.template t
       set body = people.redacted(t.body, everywhere), subject = people.redacted(t.subject, everywhere)
     where t.tenant = here and (t.body ~* everywhere or t.subject ~* everywhere);
    delete from intake.answer a where a.tenant = here and a.agent = who;
    update intake.answer a
       set body = convert_to(people.redacted(replace(convert_from(a.body, 'UTF8'), name_there, to_json(pseudonym)::text), everywhere), 'UTF8')
     where a.tenant = here
       and (convert_from(a.body, 'UTF8') ~* everywhere or position(name_there in convert_from(a.body, 'UTF8')) > 0);
    update webhook.delivery d
       set payload = people.redacted(replace(d.payload, name_there, to_json(pseudonym)::text), everywhere),
           answer = people.without(d.answer, everywhere, close)
     where d.tenant = here and (d.payload ~* everywhere or position(name_there in d.payload) > 0 or d.answer ~* everywhere);

    -- what was agreed and promised, under whose name it stands; a charter has to stay one, so no bracket goes into it
    update contract.charter_version v
       set put_by = case when v.put_by = whose.name then pseudonym else v.put_by end,
           withdrawn_by = case when v.withdrawn_by = whose.name then pseudonym else v.withdrawn_by end,
           why = people.redacted(v.why, everywhere), withdrawn_why = people.redacted(v.withdrawn_why, everywhere),
           text = regexp_replace(v.text, everywhere, 'erased', 'gi')
     where v.tenant = here
       and (whose.name in (v.put_by, v.withdrawn_by) or concat_ws(' ', v.why, v.withdrawn_why, v.text) ~* everywhere);
    update contract.release_move m
       set moved_by = case when m.moved_by = whose.name then pseudonym else m.moved_by end, why = people.redacted(m.why, everywhere)
     where m.tenant = here and (m.moved_by = whose.name or m.why ~* everywhere);
    update contract.contract c set put_by = pseudonym where c.tenant = here and c.put_by = whose.name;
    delete from contract.draft d where d.tenant = here and d.agent = who;
    delete from contract.preview p where p.tenant = here and p.agent = who;
    update contract.draft d set text = regexp_replace(d.text, everywhere, 'erased', 'gi')
     where d.tenant = here and d.text ~* everywhere;
    delete from contract.preview p where p.tenant = here and p.text ~* everywhere;
    update contract.preview_page p set lines = people.redacted(p.lines::text, everywhere)::jsonb
     where p.tenant = here and p.lines::text ~* everywhere;
    update people.erasure x set why = people.without(x.why, everywhere, close) where x.tenant = here and x.agent = who;

    -- the trail: what names them goes, and that it went stands in the trail
    perform set_config('app.erasing', 'on', true);
    with named as (
        delete from audit.words w using audit.entry e
         where w.tenant = here and e.tenant = here and e.seq = w.seq
           and (e.actor = 'agent ' || who or w.words ~* everywhere)
        returning w.seq)
    insert into audit.taken (tenant, seq, erasure) select here, seq, of_erasure from named;
    get diagnostics n = row_count;
    perform set_config('app.erasing', '', true);
    return query select 'lines', n;
    update audit.pending p set words = '' where p.tenant = here and (p.actor = 'agent ' || who or p.words ~* everywhere);

    -- all that let them in, and where they stood
    delete from people.session s where s.tenant = here and s.agent = who;
    delete from people.link l where l.tenant = here and l.agent = who;
    delete from people.totp t where t.tenant = here and t.agent = who;
    get diagnostics n = row_count;
    ways := ways + n;
    delete from people.recovery_code c where c.tenant = here and c.agent = who;
    delete from people.passkey p where p.tenant = here and p.agent = who;
    get diagnostics n = row_count;
    ways := ways + n;
    delete from people.binding b where b.tenant = here and b.agent = who;
    get diagnostics n = row_count;
    ways := ways + n;
    delete from people.errand e where e.tenant = here and e.agent = who;
    delete from people.api_token t where t.tenant = here and t.agent = who;
    get diagnostics n = row_count;
    ways := ways + n;
    delete from people.provisioned p where p.tenant = here and p.agent = who;
    delete from people.membership m where m.tenant = here and m.agent = who;
    delete from people.part p where p.tenant = here and p.agent = who;
    delete from people.charge c where c.tenant = here and c.agent = who;
    update people.agent a
       set name = pseudonym, email = 'erased-' || who || '@invalid', password = null, language = null, organization = null,
           role = 'agent', erased_at = coalesce(a.erased_at, now())
     where a.tenant = here and a.id = who;
    return query select 'ways', ways + case when whose.password is null then 0 else 1 end;
end $$;
revoke execute on function people.erase_agent(bigint, bigint) from public;
grant execute on function people.erase_agent(bigint, bigint) to ${app};
