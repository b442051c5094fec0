-- Where a desk's chain begins since lines of it ran out: the number and hash of the last that did. What follows them is checked
-- as before, and a line of the trail itself says that they ran out.
create table audit.beginning (
    tenant uuid not null default tenant.current(),
    seq bigint not null check (seq > 0),
    hash bytea not null,
    primary key (tenant)
);
select tenant.wall('audit.beginning', 'select');

-- That words of a line were taken stays known when the line has run out: what an erasure said it took is reckoned over all of them.
alter table audit.taken drop constraint taken_tenant_seq_fkey;

create function audit.refuse_unless_running_out() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('app.running_out', true) = 'on' then
        return null;
    end if;
    raise exception 'the audit trail is only ever added to';
end $$;
drop trigger kept on audit.entry;
create trigger kept before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse_unless_running_out();

create or replace function audit.refuse_unless_erasing() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' and 'on' in (current_setting('app.erasing', true), current_setting('app.running_out', true)) then
        return null;
    end if;
    raise exception 'the audit trail is only ever added to';
end $$;

-- Takes away the oldest lines of this desk's chain, at most so many at once and never the last: those before which nothing younger
-- stands. Whoever may call it can't take what is younger than 90 days.
create function audit.run_out(before timestamptz, most int) returns table (ended bigint, ended_hash bytea, lines bigint)
    language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
    here uuid := tenant.current();
begin
    if before > now() - interval '90 days' then
        raise exception 'the audit trail is kept for 90 days at least';
    end if;
    select coalesce(min(o.seq) filter (where o.at >= before), max(o.seq)) - 1
      into ended
      from (select e.seq, e.at from audit.entry e where e.tenant = here order by e.seq limit most + 1) o;
    select e.hash into ended_hash from audit.entry e where e.tenant = here and e.seq = ended;
    if ended_hash is null then
        return;
    end if;
    delete from audit.beginning b where b.tenant = here;
    insert into audit.beginning (tenant, seq, hash) values (here, ended, ended_hash);
    perform set_config('app.running_out', 'on', true);
    delete from audit.words w where w.tenant = here and w.seq <= ended;
    delete from audit.entry e where e.tenant = here and e.seq <= ended;
    get diagnostics lines = row_count;
    perform set_config('app.running_out', '', true);
    return next;
end $$;
revoke execute on function audit.run_out(timestamptz, int) from public;
grant execute on function audit.run_out(timestamptz, int) to ${app};
