-- Requesters come in at the portal by a link that they are mailed, once. Of each secret only its SHA-256 is kept.
create table people.portal_link (
    tenant uuid not null default tenant.current(),
    hash bytea not null,
    requester bigint not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant, hash),
    foreign key (tenant, requester) references people.requester
);
select tenant.wall('people.portal_link', 'select, insert, update, delete');
create index portal_link_by_requester on people.portal_link (tenant, requester, made_at);
create index portal_link_made on people.portal_link (tenant, made_at);

create table people.portal_session (
    tenant uuid not null default tenant.current(),
    hash bytea not null,
    id bigint generated always as identity,
    requester bigint not null,
    started_at timestamptz not null,
    seen_at timestamptz not null, -- to the minute
    place text not null,
    browser text not null,
    primary key (tenant, hash),
    foreign key (tenant, requester) references people.requester
);
select tenant.wall('people.portal_session', 'select, insert, update, delete');
create unique index portal_session_by_id on people.portal_session (tenant, id);
create index portal_session_by_requester on people.portal_session (tenant, requester);
create index portal_session_by_last_seen on people.portal_session (tenant, seen_at);
