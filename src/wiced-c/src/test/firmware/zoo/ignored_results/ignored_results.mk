NAME := App_ignored_results

$(NAME)_SOURCES := ignored_results.c
