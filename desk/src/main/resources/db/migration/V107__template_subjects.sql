-- What stands in a mail's subject is the desk's own too, where it says so.
alter table notification.template add column subject text;
