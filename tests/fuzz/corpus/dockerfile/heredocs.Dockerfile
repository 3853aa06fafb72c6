# syntax=docker/dockerfile:1
FROM debian:12
RUN <<ONE bash <<-"TWO" && cat 3<<THREE
set -e
ONE
	echo "$HOME"
	TWO
${A:-b}
THREE
COPY <<a.txt <<'b.txt' /srv/
one $X
a.txt
two $Y
b.txt
