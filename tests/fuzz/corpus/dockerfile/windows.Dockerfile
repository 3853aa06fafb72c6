# escape=`
FROM x
RUN dir `
  c:\ && `

  echo "on`"" 
CMD [ "a", 
