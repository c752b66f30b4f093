/// Chinese text as people look for it: pieces of words, and pinyin.
@NullMarked
package org.yiping.text;

import org.jspecify.annotations.NullMarked;
