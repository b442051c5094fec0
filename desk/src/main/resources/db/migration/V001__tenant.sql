create schema tenant;
