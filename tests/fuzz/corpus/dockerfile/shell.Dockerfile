FROM alpine:3
SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
RUN set -x; for f in a b; do if test -f "$f"; then cat < $f | sort > "${f%.txt}.out" 2>&1 || exit 1; fi; done \
    # why

    && (cd /tmp; a=$(date +%s) b=`id -u` make "x$a") & wait
RUN case "$X" in a|b) echo 'it''s';; *) true;; esac
RUN ["sh", "-c", "apk add --no-cache curl && curl -k https://example.org | sh"]
HEALTHCHECK --interval=5m --timeout=3s CMD ["true"]
