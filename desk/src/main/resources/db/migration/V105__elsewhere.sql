-- Whether a mail's layout names pictures that did not come with it; they are fetched only when somebody asks.
alter table intake.filed add column elsewhere boolean not null default false;
