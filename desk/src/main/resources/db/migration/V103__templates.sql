-- What a desk has its mails to requesters say instead of our words, for each language and each thing that is told.
create table notification.template (
    tenant uuid not null default tenant.current(),
    what text not null,
    language text not null,
    body text not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (tenant, what, language)
);
select tenant.wall('notification.template', 'select, insert, update, delete');
