ARG REGISTRY ROOT=/srv
FROM --platform=$BUILDPLATFORM ${REGISTRY:-docker.io}/library/node:${TAG:?no tag} as Build
ENV A="x y" B='$A' C=\ z D=${A#x} E=${A/ /_} F ${unset}
ENV legacy value with blanks
LABEL "a b"=c org.example.x="multi \
line"
EXPOSE 80/tcp 8000-8010/UDP $PORT
USER ${WHO:-app}:group
WORKDIR ${ROOT}/$A
VOLUME ["/data", "x"]
STOPSIGNAL $SIG
CMD ["a", "b", ]
ENTRYPOINT [a]
