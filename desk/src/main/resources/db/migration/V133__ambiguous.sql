-- Why a mail can be read in more than one way, in words for those who read it here; null where it can't.
alter table intake.filed add column ambiguous text;
