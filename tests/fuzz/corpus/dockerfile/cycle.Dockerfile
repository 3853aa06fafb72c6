# check=skip=UndefinedVar;experimental=all
ARG A=b
FROM $A AS a
COPY --from=a /x /x
COPY --from=b /x /x
FROM b AS b
RUN --mount=type=bind,from=a,target=/x true
FROM a AS a
COPY --from=2 / /
FROM 9
ONBUILD ONBUILD COPY --from=b . .
