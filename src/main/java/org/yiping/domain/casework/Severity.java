package org.yiping.domain.casework;

/// How urgent a case is: 特急, 紧急, 一般, 提示 (design: always with its word, never colour alone).
public enum Severity {
    CRITICAL,
    URGENT,
    ORDINARY,
    NOTICE
}
