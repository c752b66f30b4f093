package org.yiping.domain.casework;

/// Personal data of who reported. The server masks it by post (`masked`) before it leaves. Immutable; any thread.
public record Caller(String name, String phone, boolean callBack, boolean masked) {}
