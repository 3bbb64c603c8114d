-- Every node asks now and then which devices are silent.
create index device_silent on cs_sense.device_state (device) where silent_since is not null;
