-- Why a letter became what it became: what the server that brought it said, what is proven of its sender, each step decided.
alter table intake.letter
    add column helo text not null default '',
    add column proof text not null default 'none' check (proof in ('pass', 'vouched', 'none', 'fail', 'unknown')),
    add column seen text not null default '', -- by what that was seen, in words
    add column path text[] not null default '{}';
create index letter_message on intake.letter (tenant, message_id) where message_id is not null;
create index letter_ticket on intake.letter (tenant, ticket) where ticket is not null;
